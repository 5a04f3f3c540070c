# lectern-import: all but its main is a library, for the fuzzers.
noinst_LIBRARIES += libimport.a
libimport_a_SOURCES = \
	src/import/confine.c \
	src/import/confine.h \
	src/import/convert.c \
	src/import/convert.h \
	src/import/decode.c \
	src/import/decode.h \
	src/import/detect.c \
	src/import/detect.h \
	src/import/encodings.c \
	src/import/encodings.h \
	src/import/groups.c \
	src/import/groups.h \
	src/import/letters.c \
	src/import/marc.c \
	src/import/marc.h \
	src/import/parts.c \
	src/import/parts.h \
	src/import/rows.c \
	src/import/rows.h \
	src/import/rtf.c \
	src/import/rtf.h \
	src/import/stream.c \
	src/import/stream.h \
	src/import/table.c \
	src/import/table.h \
	src/import/tmx.c \
	src/import/tmx.h
libimport_a_CFLAGS = $(AM_CFLAGS) $(XML_CFLAGS) $(SECCOMP_CFLAGS) \
	$(ARCHIVE_CFLAGS) \
	$(UCHARDET_CFLAGS)

pkglibexec_PROGRAMS += lectern-import
lectern_import_SOURCES = src/import/main.c
lectern_import_CFLAGS = $(libimport_a_CFLAGS)
IMPORT_LIBS = libimport.a liblectern.a $(XML_LIBS) $(ARCHIVE_LIBS) $(CSV_LIBS) $(UCHARDET_LIBS) \
	$(SECCOMP_LIBS) $(JANSSON_LIBS) $(LIBICONV) $(LIBINTL)
lectern_import_LDADD = $(IMPORT_LIBS)
