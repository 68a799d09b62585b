/** E-mail, with a mail server on loopback. */
package io.smarketing.daemon.mail;
