// The store's tests run on an IndexedDB in memory.
import "fake-indexeddb/auto";
