liblectern_a_SOURCES += \
	src/index/index.c \
	src/index/index_compare.c \
	src/index/index_instruments.c \
	src/index/index_local.h \
	src/index/library.c \
	src/index/library_instrument.c \
	src/index/library_local.h \
	src/index/library_catalogue.c \
	src/index/library_names.c \
	src/index/library_open.c \
	src/index/library_read.c \
	src/index/library_terms.c
