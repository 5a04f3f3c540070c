# Started by lectern, and the only one that links Pango and Cairo.
pkglibexec_PROGRAMS += lectern-print
lectern_print_SOURCES = \
	src/print/content.c \
	src/print/content.h \
	src/print/main.c \
	src/print/paragraph.c \
	src/print/paragraph.h \
	src/print/pdf.c \
	src/print/pdf.h \
	src/print/sheet.c \
	src/print/sheet.h \
	src/print/sheet_draw.c
lectern_print_CFLAGS = $(AM_CFLAGS) $(PANGO_CFLAGS)
lectern_print_LDADD = $(LECTERN_LIBS) $(PANGO_LIBS)
