/** What a registry's API speaks of: pages of names, descriptors, manifests, images' settings (OCI distribution and image specs). */
import type { Readable } from 'node:stream';

/** `next` asks for the page after this one; null when there is none. It means something to the registry that gave it alone. */
export type Page<Item> = { readonly items: readonly Item[]; readonly next: string | null };

export type PageRequest = {
  /** How many names a page may have; a registry may give fewer, and some give all. */
  readonly size?: number;
  /** The `next` of the page before. */
  readonly after?: string;
  readonly signal?: AbortSignal;
};

export type Platform = {
  readonly os: string;
  readonly architecture: string;
  readonly variant?: string;
  readonly 'os.version'?: string;
};

export type Descriptor = {
  readonly mediaType: string;
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly platform?: Platform;
  readonly annotations?: Readonly<Record<string, string>>;
  readonly artifactType?: string;
};

type AnyManifest = {
  readonly mediaType: string;
  readonly digest: string;
  /** Of the manifest itself, in bytes. */
  readonly size: number;
  /** As the registry gave them; what its digest is of. */
  readonly bytes: Buffer;
  readonly annotations: Readonly<Record<string, string>>;
};

export type ImageManifest = AnyManifest & {
  readonly kind: 'image';
  readonly config: Descriptor;
  /** The base first. */
  readonly layers: readonly Descriptor[];
};

export type IndexManifest = AnyManifest & {
  readonly kind: 'index';
  readonly manifests: readonly Descriptor[];
};

export type Manifest = ImageManifest | IndexManifest;

export type HistoryEntry = {
  readonly created: string | null;
  readonly createdBy: string;
  readonly comment: string;
  readonly emptyLayer: boolean;
};

/** The settings of an image (OCI image-spec config.md). What the registry left out is null or empty. */
export type ImageConfig = {
  /** The file's JSON as it was parsed, for whoever reads more of it. */
  readonly file: unknown;
  readonly architecture: string;
  readonly os: string;
  readonly variant: string | null;
  readonly created: string | null;
  readonly author: string | null;
  /** How it runs, with the names of the file: `Env`, `Cmd`, `Entrypoint`, `Labels`…; read further by who shows it. */
  readonly config: Readonly<Record<string, unknown>>;
  /** One a layer, the base first. */
  readonly diffIds: readonly string[];
  readonly history: readonly HistoryEntry[];
};

/**
 * One registry. `repository` stands without its domain: `library/alpine`, `team/app`; a reference is a tag or a digest.
 * Everything throws FailureError: `auth-required`, `auth-rejected`, `denied`, `not-found`, `rate-limited`,
 * `registry-unreachable`, `tls-untrusted`, `cancelled`, `invalid-input`, `unexpected` (not what was asked for).
 */
export type RegistryClient = {
  /** As `registryName` gives it. */
  readonly registry: string;
  /** `GET /v2/_catalog`, which many registries refuse. */
  readonly repositories: (page?: PageRequest) => Promise<Page<string>>;
  readonly tags: (repository: string, page?: PageRequest) => Promise<Page<string>>;
  /** What a reference stands for; null when there is nothing of that name. */
  readonly resolve: (
    repository: string,
    reference: string,
    signal?: AbortSignal,
  ) => Promise<Descriptor | null>;
  /** Its digest has been checked against its bytes, and against `reference` where that is a digest. */
  readonly manifest: (repository: string, reference: string, signal?: AbortSignal) => Promise<Manifest>;
  readonly config: (repository: string, image: ImageManifest, signal?: AbortSignal) => Promise<ImageConfig>;
  /** Bytes; null when the repository has no such blob. */
  readonly blobSize: (repository: string, digest: string, signal?: AbortSignal) => Promise<number | null>;
  /** A blob's bytes from `offset` on. Read from its start to its end, it fails unless they are the digest's. */
  readonly blob: (
    repository: string,
    digest: string,
    options?: { readonly offset?: number; readonly signal?: AbortSignal },
  ) => Promise<Readable>;
  /** Makes `reference` stand for these bytes. Gives their digest as the registry names it. */
  readonly putManifest: (
    repository: string,
    reference: string,
    manifest: { readonly mediaType: string; readonly bytes: Buffer },
    signal?: AbortSignal,
  ) => Promise<string>;
  /** With every tag that stands for it. */
  readonly deleteManifest: (repository: string, digest: string, signal?: AbortSignal) => Promise<void>;
};
