/* The beginning and the end of the program; everything between is elsewhere. */
#include "config.h"

int
main(void)
{
	return 0;
}
