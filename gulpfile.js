const { rm } = require('node:fs/promises');
const { readFileSync } = require('node:fs');
const { dirname, isAbsolute, join, relative } = require('node:path');
const { promisify } = require('node:util');
const { execFile, spawn } = require('node:child_process');
const { dest, parallel, series, src, watch } = require('gulp');
const { rollup } = require('rollup');
const { transpileModule, ModuleKind, ScriptTarget } = require('typescript');
const { n8n, repository } = require('./package.json');

/** Where tsconfig.build.json puts what rollup bundles. */
const COMPILED = join(__dirname, '.cache/compiled');

const clean = () => Promise.all(['dist', COMPILED].map((folder) => rm(folder, { recursive: true, force: true })));

/** tsc prints its findings on stdout; without this they would be swallowed by the rejection. */
async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	await promisify(execFile)(process.execPath, [tsc, '-p', 'tsconfig.build.json']).catch((failure) => {
		throw new Error(failure.stdout || failure.message);
	});
}

/** The source file that a compiled file comes from, as a path of the repository. */
const sourceOf = (compiled) => relative(COMPILED, compiled).replaceAll('\\', '/').replace(/\.js$/, '.ts');

/**
 * Libraries that become part of the pack: the file that is taken, and the licence that every copy has to carry. n8n has them too,
 * but community packages share one `node_modules`, into which another may have brought another version.
 */
const LIBRARIES = {
	luxon: { file: 'build/es6/luxon.mjs', licence: 'LICENSE.md' },
	zod: { file: 'v3/index.js', licence: 'LICENSE' },
};

const isLibrary = (name) => Object.hasOwn(LIBRARIES, name);

const inLibrary = (library, file) => join(__dirname, 'node_modules', library, file);

/** The library that a file belongs to; undefined for a file of our own. */
const libraryOf = (path) => /node_modules[\\/]([^\\/]+)/.exec(path)?.[1];

function noticeOf(library) {
	const { version } = require(inLibrary(library, 'package.json'));
	const licence = readFileSync(inLibrary(library, LIBRARIES[library].licence), 'utf8').trim();
	return `/*! ${library} ${version}\n\n${licence}\n*/`;
}

/** Comments are most of some libraries; the code itself stays readable. */
const withoutComments = (code) =>
	transpileModule(code, {
		compilerOptions: { module: ModuleKind.ESNext, target: ScriptTarget.ES2022, removeComments: true },
	}).outputText;

/** n8n loads each node and credential by its file name. All other code of a folder (credentials, a vendor's, the shared one) is one file. */
function bundleOf(path) {
	const library = libraryOf(path);
	if (library) return `libraries/${library}`;
	const source = sourceOf(path);
	return /\.(node|credentials)\.ts$/.test(source)
		? undefined
		: `${/^(credentials|nodes\/\w+)/.exec(source)[0]}/modules`;
}

const sources = {
	name: 'sources',
	/** The imports name files without extension, or folders, as Node resolves them. */
	resolveId(wanted, from) {
		if (wanted.startsWith('.')) return require.resolve(join(dirname(from), wanted));
		return isLibrary(wanted) ? inLibrary(wanted, LIBRARIES[wanted].file) : null;
	},
	/** In the published package, each part names its file in the repository. */
	transform: (code, path) => (libraryOf(path) ? withoutComments(code) : `// ${sourceOf(path)}\n${code}`),
};

/**
 * A few files of readable code instead of hundreds of small ones, which n8n loads in half the time. Nodes of one vendor must
 * share a file: it holds the memory they share, such as the waiting line of an account.
 */
async function bundle() {
	const entries = [...n8n.nodes, ...n8n.credentials].map((path) => relative('dist', path).replace(/\.js$/, ''));
	const bundled = await rollup({
		input: Object.fromEntries(entries.map((path) => [path, join(COMPILED, `${path}.js`)])),
		external: (name) => !name.startsWith('.') && !isAbsolute(name) && !isLibrary(name),
		plugins: [sources],
		treeshake: { moduleSideEffects: 'no-external' },
		// A circle of imports, for instance, would run in another order than it is written.
		onwarn: ({ message }) => {
			throw new Error(message);
		},
	});
	await bundled.write({
		dir: 'dist',
		format: 'cjs',
		banner: ({ name }) =>
			name.startsWith('libraries/')
				? noticeOf(name.slice('libraries/'.length))
				: `// Bundled from the files named below, in ${repository.url.replace(/^git\+|\.git$/g, '')}`,
		chunkFileNames: '[name].js',
		manualChunks: bundleOf,
		generatedCode: { constBindings: true },
		hoistTransitiveImports: false,
	});
}

/** n8n reads codex files, schemas of outputs, and icons from beside the compiled nodes and credentials. */
const DATA = ['nodes/**/*.node.json', 'nodes/*/__schema__/**/*.json'];
const ICONS = 'icons/*.svg';
const copyData = () => src(DATA, { base: '.' }).pipe(dest('dist'));
const copyIcons = () => src(ICONS, { base: '.', encoding: false }).pipe(dest('dist'));

/** The `dist` of the pack that a running n8n has loaded; it follows no links. */
const { LOADED_DIST } = process.env;
const handOver = () => src('dist/**', { encoding: false }).pipe(dest(LOADED_DIST));

/** Compiles each change and prints its errors, until the process ends. */
const compileChanges = () =>
	spawn(
		process.execPath,
		[require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--watch', '--preserveWatchOutput'],
		{ stdio: 'inherit' },
	);

/** While the compiler writes, a file may be there in part. The files that follow start the next bundle. */
const bundleUnlessInPart = () => bundle().catch(({ message }) => console.error(message));

/** A few seconds after a change in the sources, the running n8n has it. */
exports.watch = parallel(
	compileChanges,
	() => watch(`${COMPILED}/**/*.js`, series(bundleUnlessInPart, handOver)),
	() => watch([...DATA, ICONS], series(parallel(copyData, copyIcons), handOver)),
);

exports.build = series(clean, parallel(series(compile, bundle), copyData, copyIcons));
