import type { SettingsPort } from "#store/ports.ts";
import type { Database } from "#storage/database.ts";

/** What is about this device alone begins so: no one chose it, and it goes into no backup. */
export const OF_DEVICE = "device.";

/** What the person chose, on this device's disk. */
export class DiskSettings implements SettingsPort {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  read(): Promise<Readonly<Record<string, unknown>>> {
    return this.#database.use(async (connection) => {
      const { store } = connection.transaction("settings");
      const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
      const all = keys.map((key, at) => [key, values[at]] as const);
      return Object.fromEntries(all.filter(([key]) => !key.startsWith(OF_DEVICE)));
    });
  }

  async write(key: string, value: unknown): Promise<void> {
    await this.#database.use((connection) => connection.put("settings", value, key));
  }
}
