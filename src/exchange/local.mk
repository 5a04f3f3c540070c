liblectern_a_SOURCES += \
	src/exchange/catalogue_edit.c \
	src/exchange/catalogue_entry.c \
	src/exchange/catalogue_entry.h \
	src/exchange/catalogue_faults.c \
	src/exchange/catalogue_merge.c \
	src/exchange/document.c \
	src/exchange/edit.c \
	src/exchange/edit_point.c \
	src/exchange/import.c \
	src/exchange/import_text.c
