lectern_SOURCES += \
	src/tui/background.c \
	src/tui/capable.c \
	src/tui/input.c \
	src/tui/paint.c \
	src/tui/signals.c \
	src/tui/terminal.c \
	src/tui/theme.c \
	src/tui/theme_data.h \
	src/tui/tui.c \
	src/tui/tui_private.h \
	src/tui/watch.c \
	src/tui/whole.c

nodist_lectern_SOURCES = src/tui/theme_data.c
BUILT_SOURCES += src/tui/theme_data.c
CLEANFILES += src/tui/theme_data.c

theme_names = dark light mono contrast

# theme_NAME_data, one for each file, and the table of them.
src/tui/theme_data.c: $(top_srcdir)/data/theme-dark \
		$(top_srcdir)/data/theme-light $(top_srcdir)/data/theme-mono \
		$(top_srcdir)/data/theme-contrast
	$(AM_V_GEN)$(MKDIR_P) src/tui && \
	{ echo '#include "src/tui/theme_data.h"'; \
	  echo 'const struct theme_file theme_files[] = {'; \
	  for name in $(theme_names); do \
		echo "{\"$$name\","; \
		$(SED) -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' \
			$(top_srcdir)/data/theme-$$name; \
		echo '},'; \
	  done; \
	  echo '{0, 0}};'; } > $@.new && mv $@.new $@
