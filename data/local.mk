EXTRA_DIST += \
	data/keys \
	data/theme-dark
