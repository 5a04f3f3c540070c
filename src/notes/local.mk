liblectern_a_SOURCES += \
	src/notes/cell.c \
	src/notes/content.c \
	src/notes/hold.c \
	src/notes/label.c \
	src/notes/notes.c \
	src/notes/notes_html.c \
	src/notes/notes_local.h \
	src/notes/notes_text.c \
	src/notes/pages.c \
	src/notes/pages_break.c \
	src/notes/pages_local.h \
	src/notes/pages_split.c \
	src/notes/piece.c \
	src/notes/print.c \
	src/notes/print_local.h \
	src/notes/print_pdf.c \
	src/notes/printer.c

# data/notes.css is compiled in, as data/keys is.
nodist_liblectern_a_SOURCES += src/notes/notes_css_data.c
BUILT_SOURCES += src/notes/notes_css_data.c
CLEANFILES += src/notes/notes_css_data.c

src/notes/notes_css_data.c: $(top_srcdir)/data/notes.css
	$(AM_V_GEN)$(MKDIR_P) src/notes && \
	{ echo 'extern const char notes_css_data[];'; \
	  echo 'const char notes_css_data[] ='; \
	  $(SED) -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' \
		$(top_srcdir)/data/notes.css; \
	  echo ';'; } > $@.new && mv $@.new $@
