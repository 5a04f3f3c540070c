liblectern_a_SOURCES += \
	src/layout/bidi.c \
	src/layout/dump.c \
	src/layout/encoding.c \
	src/layout/encoding.h \
	src/layout/filter.c \
	src/layout/filter_reader.h \
	src/layout/frame.c \
	src/layout/lines.c \
	src/layout/output.c \
	src/layout/text.c \
	src/layout/text_private.h \
	src/layout/width.c \
	src/layout/width.h
