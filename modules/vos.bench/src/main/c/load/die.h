#ifndef DIE_H
#define DIE_H

/*
 * Ends the program with 1, and with the sentence on standard error. Any thread may, and the first one is heard: a
 * server that fails is not measured, and there is nothing to tidy up that the kernel would not.
 */
_Noreturn void die(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif
