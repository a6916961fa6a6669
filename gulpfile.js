const { rm } = require('node:fs/promises');
const { promisify } = require('node:util');
const execFile = promisify(require('node:child_process').execFile);
const { dest, parallel, series, src } = require('gulp');

const clean = () => rm('dist', { recursive: true, force: true });

/** tsc prints its findings on stdout; without this they would be swallowed by the rejection. */
async function compile() {
	const tsc = require.resolve('typescript/bin/tsc');
	await execFile(process.execPath, [tsc, '-p', 'tsconfig.build.json']).catch((failure) => {
		throw new Error(failure.stdout || failure.message);
	});
}

/** n8n reads codex files and icons from beside the compiled nodes and credentials. */
const copyCodex = () => src('nodes/**/*.node.json', { base: '.' }).pipe(dest('dist'));
const copyIcons = () => src('icons/*.svg', { base: '.', encoding: false }).pipe(dest('dist'));

exports.build = series(clean, parallel(compile, copyCodex, copyIcons));
