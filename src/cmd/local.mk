liblectern_a_SOURCES += \
	src/cmd/ask.c \
	src/cmd/catalogue_changes.c \
	src/cmd/catalogue_cmd.h \
	src/cmd/catalogue_import.c \
	src/cmd/cite_around.c \
	src/cmd/check_cmd.h \
	src/cmd/check_mend.c \
	src/cmd/cite_cmd.h \
	src/cmd/cite_diff.c \
	src/cmd/cite_list.c \
	src/cmd/cite_scan.c \
	src/cmd/cite_show.c \
	src/cmd/cite_timeline.c \
	src/cmd/cite_timeline.h \
	src/cmd/cite_timeline_svg.c \
	src/cmd/cmd.h \
	src/cmd/cmd_catalogue.c \
	src/cmd/cmd_check.c \
	src/cmd/cmd_cite.c \
	src/cmd/cmd_clear.c \
	src/cmd/cmd_compare.c \
	src/cmd/cmd_doctor.c \
	src/cmd/cmd_dump.c \
	src/cmd/cmd_follow.c \
	src/cmd/cmd_help.c \
	src/cmd/cmd_import.c \
	src/cmd/cmd_index.c \
	src/cmd/cmd_list.c \
	src/cmd/cmd_live.c \
	src/cmd/cmd_edit.c \
	src/cmd/cmd_help.c \
	src/cmd/cmd_import.c \
	src/cmd/cmd_index.c \
	src/cmd/cmd_list.c \
	src/cmd/cmd_new.c \
	src/cmd/cmd_open.c \
	src/cmd/cmd_print.c \
	src/cmd/cmd_record.c \
	src/cmd/cmd_search.c \
	src/cmd/cmd_show.c \
	src/cmd/cmd_status.c \
	src/cmd/command.c \
	src/cmd/doctor.h \
	src/cmd/doctor_facts.c \
	src/cmd/doctor_versions.c \
	src/cmd/freshen.c \
	src/cmd/help_text.c \
	src/cmd/json.c \
	src/cmd/locale.c \
	src/cmd/print_choose.c \
	src/cmd/print_cmd.h \
	src/cmd/print_deliver.c \
	src/cmd/print_paper.c \
	src/cmd/progress.c \
	src/cmd/record_cmd.h \
	src/cmd/record_report.c \
	src/cmd/report.c \
	src/cmd/resolve.c \
	src/cmd/resolve_instrument.c \
	src/cmd/select.c \
	src/cmd/show_json.c \
	src/cmd/show_text.c \
	src/cmd/table.c

# Completion belongs to the table of commands: it asks for it.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = data/completions/lectern
