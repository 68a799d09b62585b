package io.smarketing.core.crm;

/**
 * A CRM's changes: at least once, never skipping; order is not promised. From {@link Cursor#START} it lists all
 * records; the cursor after the last page of the listing goes on with the changes since the listing began. A cursor may
 * be read from again, also by another process. While a page is worked the next may be gathered already.
 */
public interface ChangeFeed {

    ChangePage read(Cursor from);
}
