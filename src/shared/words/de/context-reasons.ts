import type { Translation } from '../message.js';
import type { contextReasons as english } from '../en/context-reasons.js';

export const contextReasons: Translation<typeof english> = {
  'contextReasons.recipe':
    'Die Engine bekommt es in jedem Fall. Ausgelassen ändert eine Bearbeitung nicht, was kopiert wird, und die Schritte danach bleiben im Cache.',

  'contextReasons.env':
    'Enthält meist Passwörter und Schlüssel. In einem Layer kann sie jeder lesen, der das Image hat.',
  'contextReasons.privateKeys':
    'Enthält einen privaten Schlüssel. In einem Layer kann ihn jeder lesen, der das Image hat.',
  'contextReasons.keyStores':
    'Ein Schlüsselspeicher. In einem Layer kann ihn jeder mitnehmen, der das Image hat.',
  'contextReasons.logins':
    'Kann eine Anmeldung enthalten. Ein Secret des Builds gibt sie dem Schritt, der sie braucht, und hält sie heraus.',
  'contextReasons.loginFolders':
    'Kann Anmeldungen und Schlüssel enthalten. In einem Layer kann sie jeder lesen, der das Image hat.',
  'contextReasons.terraformState': 'Der Zustand einer Infrastruktur enthält ihre Passwörter im Klartext.',
  'contextReasons.history':
    'Die ganze Historie samt gelöschter Geheimnisse; und jeder Commit würde ändern, was kopiert wird.',
  'contextReasons.nodeModules': 'Für diesen Computer installiert; das Image installiert seine eigenen.',
  'contextReasons.pythonEnvironment':
    'Eine Umgebung mit Pfaden dieses Computers; im Image funktioniert sie nicht.',
  'contextReasons.pythonCaches': 'Python erzeugt es überall neu, wo es läuft.',
  'contextReasons.output':
    'Was frühere Builds auf diesem Computer erzeugt haben; der Build im Image erzeugt sein eigenes.',
  'contextReasons.gradle':
    'Was Gradle auf diesem Computer erzeugt hat; der Build im Image erzeugt sein eigenes.',
  'contextReasons.dotnet':
    'Was .NET auf diesem Computer erzeugt hat; der Build im Image erzeugt sein eigenes.',
  'contextReasons.terraform': 'Provider und Module, die Terraform für diesen Computer geholt hat.',
  'contextReasons.coverage': 'Berichte von Testläufen; kein Image braucht sie.',
  'contextReasons.logs': 'Logs ändern sich mit jedem Lauf, und damit auch, was kopiert wird.',
  'contextReasons.editors': 'Einstellungen eines Editors; kein Image braucht sie.',
  'contextReasons.clutter': 'Vom System oder einem Editor zurückgelassen; kein Image braucht es.',
};
