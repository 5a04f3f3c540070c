lectern_SOURCES += \
	src/tui/background.c \
	src/tui/capable.c \
	src/tui/input.c \
	src/tui/paint.c \
	src/tui/signals.c \
	src/tui/terminal.c \
	src/tui/theme.c \
	src/tui/tui.c \
	src/tui/tui_private.h \
	src/tui/whole.c

nodist_lectern_SOURCES = src/tui/theme_data.c
BUILT_SOURCES += src/tui/theme_data.c
CLEANFILES += src/tui/theme_data.c

src/tui/theme_data.c: $(top_srcdir)/data/theme-dark
	$(AM_V_GEN)$(MKDIR_P) src/tui && \
	{ echo 'extern const char theme_data[]; const char theme_data[] ='; \
	  $(SED) -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' \
		$(top_srcdir)/data/theme-dark; \
	  echo ';'; } > $@.new && mv $@.new $@
