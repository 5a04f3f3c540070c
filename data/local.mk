EXTRA_DIST += \
	data/keys \
	data/notes.css \
	data/theme-contrast \
	data/theme-dark \
	data/theme-light \
	data/theme-mono

# The catalogue is compiled in, as data/keys is; the installed file is for
# whoever wants to read it, or to copy rows.
nodist_liblectern_a_SOURCES += src/cite/catalogue_data.c
BUILT_SOURCES += src/cite/catalogue_data.c
CLEANFILES += src/cite/catalogue_data.c

src/cite/catalogue_data.c: $(top_srcdir)/data/catalogue/instruments.tsv
	$(AM_V_GEN)$(MKDIR_P) src/cite && \
	{ echo 'extern const char catalogue_data[];'; \
	  echo 'const char catalogue_data[] ='; \
	  $(SED) -e 's/[\\"?]/\\&/g' -e 's/.*/"&\\n"/' \
		$(top_srcdir)/data/catalogue/instruments.tsv; \
	  echo ';'; } > $@.new && mv $@.new $@

cataloguedir = $(pkgdatadir)/catalogue
dist_catalogue_DATA = data/catalogue/instruments.tsv
