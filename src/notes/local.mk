liblectern_a_SOURCES += \
	src/notes/cell.c \
	src/notes/content.c \
	src/notes/hold.c \
	src/notes/label.c \
	src/notes/notes.c \
	src/notes/notes_local.h \
	src/notes/notes_text.c \
	src/notes/pages.c \
	src/notes/pages_break.c \
	src/notes/pages_local.h \
	src/notes/pages_split.c \
	src/notes/piece.c \
	src/notes/print.c \
	src/notes/print_local.h \
	src/notes/print_pdf.c
