liblectern_a_SOURCES += \
	src/brief/align.c \
	src/brief/attributes.c \
	src/brief/blocks.c \
	src/brief/brief.c \
	src/brief/dump.c \
	src/brief/facts.c \
	src/brief/front_matter.c \
	src/brief/guard.c \
	src/brief/inline.c \
	src/brief/internal.h \
	src/brief/meeting.c \
	src/brief/near.c \
	src/brief/place.c \
	src/brief/point_source.c \
	src/brief/role.c \
	src/brief/section_id.c \
	src/brief/section_number.c \
	src/brief/section_words.c \
	src/brief/source.c \
	src/brief/source_controls.c \
	src/brief/structure.c \
	src/brief/symbol.c \
	src/brief/write.c \
	src/brief/write_check.c \
	src/brief/yaml.c
