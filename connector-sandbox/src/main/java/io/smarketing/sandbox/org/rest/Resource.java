package io.smarketing.sandbox.org.rest;

import io.smarketing.sandbox.kernel.Answer;
import io.smarketing.sandbox.org.error.OrgError;

/** One resource of the REST API, by the first part of the path behind the version. */
public interface Resource {

    Answer answer(Call call) throws OrgError;
}
