import { join, relative } from 'node:path';
import ts from 'typescript';

import { ROOT } from '../repository';

const OPTIONS: ts.CompilerOptions = {
	module: ts.ModuleKind.CommonJS,
	moduleResolution: ts.ModuleResolutionKind.Node10,
	resolveJsonModule: true,
};

const cache = ts.createModuleResolutionCache(ROOT, (path) => path, OPTIONS);

/** The file of the repository that an import leads to, as its path there; undefined for a package. */
export function importedFile(from: string, specifier: string): string | undefined {
	if (!specifier.startsWith('.')) return undefined;
	const { resolvedModule } = ts.resolveModuleName(specifier, join(ROOT, from), OPTIONS, ts.sys, cache);
	if (!resolvedModule) throw new Error(`${from} imports ${specifier}, which is nowhere`);
	return relative(ROOT, resolvedModule.resolvedFileName).replaceAll('\\', '/');
}

/** The files of the repository that a piece of code imports, types included. */
export function importsOf(path: string, code: string): string[] {
	const { importedFiles } = ts.preProcessFile(code, true, true);
	return importedFiles.flatMap(({ fileName }) => importedFile(path, fileName) ?? []);
}
