liblectern_a_SOURCES += \
	src/store/aside.c \
	src/store/cites.c \
	src/store/diagnostics.c \
	src/store/drop.c \
	src/store/files.c \
	src/store/find.c \
	src/store/fold.c \
	src/store/judge.c \
	src/store/meetings.c \
	src/store/put.c \
	src/store/put_notes.c \
	src/store/schema.c \
	src/store/search.c \
	src/store/statement.c \
	src/store/store.c \
	src/store/store_local.h \
	src/store/stream.c \
	src/store/totals.c \
	src/store/words.c
