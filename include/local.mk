# Every header is part of the contract and must compile alone (tests/lint).
noinst_HEADERS = \
	include/lectern/app.h \
	include/lectern/arena.h \
	include/lectern/brief.h \
	include/lectern/buffer.h \
	include/lectern/catalogue.h \
	include/lectern/cite.h \
	include/lectern/columns.h \
	include/lectern/command.h \
	include/lectern/date.h \
	include/lectern/diagnostic.h \
	include/lectern/error.h \
	include/lectern/filter.h \
	include/lectern/frame.h \
	include/lectern/index.h \
	include/lectern/library.h \
	include/lectern/meeting.h \
	include/lectern/memory.h \
	include/lectern/nearest.h \
	include/lectern/option.h \
	include/lectern/output.h \
	include/lectern/path.h \
	include/lectern/save.h \
	include/lectern/screen.h \
	include/lectern/script.h \
	include/lectern/search.h \
	include/lectern/section_id.h \
	include/lectern/spawn.h \
	include/lectern/store.h \
	include/lectern/text.h \
	include/lectern/token.h \
	include/lectern/tui.h \
	include/lectern/utf8.h \
	include/lectern/vector.h \
	include/lectern/view.h \
	include/lectern/words.h
