EXTRA_DIST += \
	tools/build \
	tools/format \
	tools/potfiles \
	tools/setup \
	tools/try \
	tools/verify
