/** As much of the analyzer, and of the TypeScript that it brings along, as is used here. */
declare module '@custom-elements-manifest/analyzer' {
  import type { JavaScriptModule, Package } from 'custom-elements-manifest/schema.js';

  export interface Node {
    getText(): string;
  }
  export interface SourceFile extends Node {
    readonly fileName: string;
  }
  export interface PropertyDeclaration extends Node {
    readonly name: Node;
    readonly type?: Node;
    readonly initializer?: Node;
  }
  export interface NewExpression extends Node {
    readonly expression: Node;
    readonly typeArguments?: readonly Node[];
  }
  export interface CallExpression extends Node {
    readonly arguments: readonly Node[];
  }
  export interface ObjectLiteralExpression extends Node {
    readonly properties: readonly Node[];
  }
  export interface PropertyAssignment extends Node {
    readonly name: Node;
    readonly initializer: Node;
  }
  export interface TypeAliasDeclaration extends Node {
    readonly name: Node;
    readonly type: Node;
  }
  export interface ClassDeclaration extends Node {
    readonly name?: Node;
    readonly members: readonly (Node & { readonly name?: Node })[];
  }
  export interface JSDocTag {
    readonly tagName: { readonly text: string };
    readonly comment?: unknown;
  }

  export const ts: {
    createSourceFile(name: string, text: string, target: number, parents: boolean): SourceFile;
    readonly ScriptTarget: { readonly ES2022: number };
    isClassDeclaration(node: Node): node is ClassDeclaration;
    isPropertyDeclaration(node: Node): node is PropertyDeclaration;
    isNewExpression(node: Node): node is NewExpression;
    isCallExpression(node: Node): node is CallExpression;
    isObjectLiteralExpression(node: Node): node is ObjectLiteralExpression;
    isPropertyAssignment(node: Node): node is PropertyAssignment;
    isTypeAliasDeclaration(node: Node): node is TypeAliasDeclaration;
    getJSDocTags(node: Node): readonly JSDocTag[];
    getTextOfJSDocComment(comment: unknown): string | undefined;
  };

  export interface Plugin {
    name: string;
    analyzePhase?(phase: { node: Node; moduleDoc: JavaScriptModule }): void;
  }

  export function create(options: {
    modules: readonly SourceFile[];
    plugins: readonly Plugin[];
    context: { dev: boolean };
  }): Package;
}
