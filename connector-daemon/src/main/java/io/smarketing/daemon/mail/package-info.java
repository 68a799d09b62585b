/** E-mail: the one package that knows how a mail server is talked to. */
@NullMarked
package io.smarketing.daemon.mail;

import org.jspecify.annotations.NullMarked;
