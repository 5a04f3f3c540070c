liblectern_a_SOURCES += \
	src/base/arena.c \
	src/base/buffer.c \
	src/base/diagnostic.c \
	src/base/error.c \
	src/base/memory.c \
	src/base/utf8.c \
	src/base/vector.c
