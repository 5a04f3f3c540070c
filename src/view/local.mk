liblectern_a_SOURCES += \
	src/view/app.c \
	src/view/app_commands.c \
	src/view/app_inside.h \
	src/view/app_steps.c \
	src/view/brief.c \
	src/view/brief_check.c \
	src/view/brief_cites.c \
	src/view/brief_citing.c \
	src/view/brief_columns.c \
	src/view/brief_edit.c \
	src/view/brief_find.c \
	src/view/brief_follow.c \
	src/view/brief_live.c \
	src/view/brief_keep.c \
	src/view/brief_marks.c \
	src/view/brief_page.c \
	src/view/brief_places.c \
	src/view/brief_roles.c \
	src/view/brief_stale.c \
	src/view/brief_status.c \
	src/view/brief_view.h \
	src/view/cite_panel.c \
	src/view/cite_panel.h \
	src/view/configure.c \
	src/view/dates.c \
	src/view/dates.h \
	src/view/dispatch.c \
	src/view/findings.c \
	src/view/fold.c \
	src/view/help.c \
	src/view/import_view.c \
	src/view/instrument.c \
	src/view/instrument_page.c \
	src/view/instrument_view.h \
	src/view/keyboard.c \
	src/view/keyboard.h \
	src/view/keys.c \
	src/view/keys.h \
	src/view/live.c \
	src/view/live.h \
	src/view/meetings.c \
	src/view/meetings_rows.c \
	src/view/meetings_rows.h \
	src/view/minutes_view.c \
	src/view/outline.c \
	src/view/pager.c \
	src/view/pager.h \
	src/view/pager_view.c \
	src/view/place_row.c \
	src/view/place_row.h \
	src/view/pipe.c \
	src/view/print_form.c \
	src/view/print_form.h \
	src/view/print_view.c \
	src/view/prompt.c \
	src/view/prompt.h \
	src/view/reactive.c \
	src/view/reading.c \
	src/view/reading.h \
	src/view/record_view.c \
	src/view/script.c \
	src/view/search_page.c \
	src/view/search_view.c \
	src/view/search_view.h \
	src/view/status.c \
	src/view/viewport.c \
	src/view/viewport.h

# data/keys is compiled in: no file has to be found at run time.
nodist_liblectern_a_SOURCES += src/view/keys_data.c
BUILT_SOURCES += src/view/keys_data.c
CLEANFILES += src/view/keys_data.c

src/view/keys_data.c: $(top_srcdir)/data/keys
	$(AM_V_GEN)$(MKDIR_P) src/view && \
	{ echo 'extern const char keys_data[]; const char keys_data[] ='; \
	  $(SED) -e 's/[\\"]/\\&/g' -e 's/.*/"&\\n"/' \
		$(top_srcdir)/data/keys; \
	  echo ';'; } > $@.new && mv $@.new $@
