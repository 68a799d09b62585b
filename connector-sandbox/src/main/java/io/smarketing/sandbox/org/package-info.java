/** A Salesforce org as a plain class: REST requests in, answers out, with a way in for people and data files. */
@NullMarked
package io.smarketing.sandbox.org;

import org.jspecify.annotations.NullMarked;
