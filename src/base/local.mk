liblectern_a_SOURCES += \
	src/base/append.c \
	src/base/arena.c \
	src/base/buffer.c \
	src/base/date.c \
	src/base/diagnostic.c \
	src/base/error.c \
	src/base/file.h \
	src/base/memory.c \
	src/base/nearest.c \
	src/base/option.c \
	src/base/option_help.c \
	src/base/option_refuse.c \
	src/base/option_refuse.h \
	src/base/path.c \
	src/base/path_name.c \
	src/base/read.c \
	src/base/save.c \
	src/base/save_parts.h \
	src/base/save_recover.c \
	src/base/save_rights.c \
	src/base/spawn.c \
	src/base/spawn_parts.h \
	src/base/spawn_run.c \
	src/base/temporary.c \
	src/base/utf8.c \
	src/base/vector.c \
	src/base/write.c
