dist_man_MANS = doc/lectern.1
