liblectern_a_SOURCES += \
	src/layout/bar.c \
	src/layout/bidi.c \
	src/layout/columns.c \
	src/layout/dump.c \
	src/layout/encoding.c \
	src/layout/filter.c \
	src/layout/filter_reader.h \
	src/layout/frame.c \
	src/layout/frame_text.c \
	src/layout/language.c \
	src/layout/lines.c \
	src/layout/output.c \
	src/layout/row_cell.c \
	src/layout/row_form.c \
	src/layout/row_layout.c \
	src/layout/row_private.h \
	src/layout/row_tags.c \
	src/layout/text.c \
	src/layout/text_private.h \
	src/layout/width.c \
	src/layout/width.h
