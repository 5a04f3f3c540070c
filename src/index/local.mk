liblectern_a_SOURCES +=
