import { describe, expect, test } from 'vitest'
import { decode, detectEncoding } from '../../../app/features/imports/formats/encoding'
import { refusals, sniff } from '../../../app/features/imports/formats/sniff'

const utf8 = (text: string) => new TextEncoder().encode(text)
const utf16 = (text: string, big = false) =>
  big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le')
const latin = (text: string) => Buffer.from(text, 'latin1')
const inChunks = async function* (bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield await Promise.resolve(bytes.subarray(at, at + size))
}

describe('the encoding of a file', () => {
  const long = 'Surname,Forename\r\n'.repeat(5000)
  test.each<[string, Uint8Array, string]>([
    ['plain letters', utf8(long), 'utf-8'],
    ['UTF-8', utf8(`${long}Núñez`), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\ufeff${long}`), 'utf-8'],
    ['one Windows-1252 letter at the very end', latin(`${long}Zo\xeb`), 'windows-1252'],
    ['Windows-1252 quotes', latin('O\x92Connor'), 'windows-1252'],
    ['UTF-8 with a damaged byte', Buffer.concat([utf8('Núñez García Zoë'), Buffer.from([0xff])]), 'utf-8'],
    ['UTF-8 cut off in a letter, after others', utf8('Núñez Zoë').subarray(0, -1), 'utf-8'],
    ['UTF-16 LE with a mark', utf16(`\ufeff${long}`), 'utf-16le'],
    ['UTF-16 BE with a mark', utf16(`\ufeff${long}`, true), 'utf-16be'],
    ['UTF-16 LE without', utf16(long), 'utf-16le'],
    ['UTF-16 BE without', utf16(long, true), 'utf-16be'],
  ])('%s', async (_, bytes, encoding) => expect(await detectEncoding(inChunks(bytes, 1000))).toBe(encoding))

  test('zero bytes later on refuse the file', async () => {
    await expect(detectEncoding(inChunks(utf8(`${long}\0`), 1000))).rejects.toMatchObject({
      rule: 'FILE_BINARY',
    })
  })

  test('text comes without its mark, in whole letters', async () => {
    let text = ''
    for await (const chunk of decode(inChunks(utf8('\ufeffNúñez'), 1), 'utf-8')) text += chunk
    expect(text).toBe('Núñez')
  })
})

describe('the kind of a file', () => {
  test.each<[string, Uint8Array, string]>([
    ['a table', utf8('UPN,Surname\r\n'), 'text'],
    ['a table in UTF-16', utf16('UPN\tSurname\r\n'), 'text'],
    ['a table with a bracket in front', utf8('[Year 6],x'), 'text'],
    ['a transfer file', utf8('\ufeff<?xml version="1.0"?><CTfile>'), 'xml'],
    ['XML without its declaration, in UTF-16', utf16('\ufeff<CTfile>'), 'xml'],
    ['a web page', utf8('\n<html><table>'), 'html'],
    ['a web page', utf8('<!DOCTYPE html>'), 'html'],
    ['JSON', utf8('{"pupils": []}'), 'json'],
    ['JSON', utf8('[{"upn": 1}]'), 'json'],
    ['a workbook', Buffer.from('504b0304140006', 'hex'), 'zip'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ole'],
    ['a PDF', utf8('%PDF-1.7'), 'pdf'],
    ['a PNG', Buffer.from('89504e470d0a1a0a', 'hex'), 'image'],
    ['a JPEG', Buffer.from('ffd8ffe0', 'hex'), 'image'],
    ['a WebP', Buffer.from('52494646aaaaaaaa57454250', 'hex'), 'image'],
    ['an iPhone’s picture', Buffer.from('000000186674797068656963', 'hex'), 'image'],
    ['RTF', utf8('{\\rtf1'), 'rtf'],
    ['gzip', Buffer.from('1f8b0800', 'hex'), 'archive'],
    ['a program', Buffer.from('7f454c4602010100000000', 'hex'), 'binary'],
    ['nothing', utf8(''), 'empty'],
    ['white space', utf8(' \r\n'), 'empty'],
  ])('%s', (_, bytes, kind) => {
    expect(sniff(bytes)).toBe(kind)
    if (kind !== 'text') expect(refusals[kind as keyof typeof refusals].message).toMatch(/\.$/)
  })
})
