#ifndef CONTENT_H
#define CONTENT_H

enum { CONTENT_BLOCK = 1024 * 1024 };

/*
 * What uploaded files hold: this block, again and again, cut where the file ends. Its bytes look random, so that
 * nothing on the way gets them for less, and none is a '<', with which the tokens of mini-FTP begin.
 *
 * They are the top bytes of x, which starts as 1, after each step x := 6364136223846793005 * x + 1442695040888963407
 * (modulo 2^64), with '=' in place of '<'.
 */
const char *content(void);

#endif
