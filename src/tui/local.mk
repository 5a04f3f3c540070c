lectern_SOURCES +=
