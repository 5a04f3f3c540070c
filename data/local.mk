EXTRA_DIST += \
	data/keys \
	data/theme-dark

cataloguedir = $(pkgdatadir)/catalogue
dist_catalogue_DATA = data/catalogue/instruments.tsv
