package io.smarketing.sandbox.server.http;

import com.github.tomakehurst.wiremock.store.BlobStore;
import com.github.tomakehurst.wiremock.store.ObjectStore;
import com.github.tomakehurst.wiremock.store.RecorderStateStore;
import com.github.tomakehurst.wiremock.store.RequestJournalStore;
import com.github.tomakehurst.wiremock.store.ScenariosStore;
import com.github.tomakehurst.wiremock.store.SettingsStore;
import com.github.tomakehurst.wiremock.store.Stores;
import com.github.tomakehurst.wiremock.store.StubMappingStore;

/** WireMock's own stores, but for the request log. */
record LoggedStores(Stores others, RequestLog log) implements Stores {

    @Override
    public RequestJournalStore getRequestJournalStore() {
        return log;
    }

    @Override
    public StubMappingStore getStubStore() {
        return others.getStubStore();
    }

    @Override
    public SettingsStore getSettingsStore() {
        return others.getSettingsStore();
    }

    @Override
    public ScenariosStore getScenariosStore() {
        return others.getScenariosStore();
    }

    @Override
    public RecorderStateStore getRecorderStateStore() {
        return others.getRecorderStateStore();
    }

    @Override
    public BlobStore getBlobStore(String name) {
        return others.getBlobStore(name);
    }

    @Override
    public ObjectStore getObjectStore(String name, PersistenceType persistence, int maxSize) {
        return others.getObjectStore(name, persistence, maxSize);
    }

    @Override
    public void start() {
        others.start();
    }

    @Override
    public void stop() {
        others.stop();
    }
}
