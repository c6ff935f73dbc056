import { encode as base64, wrap as wrapBase64 } from "nodemailer/lib/base64";
import type MimeNode from "nodemailer/lib/mime-node";
import { encode as quotedPrintable, wrap as wrapQuotedPrintable } from "nodemailer/lib/qp";

/**
 * The bytes that nodemailer's own `build()` gives for a tree of texts, a test holds them side by side. It takes a dozen
 * streams for each mail, which is most of the time when hundreds go out at once; for texts at hand none is needed.
 */
export function serialise(root: MimeNode): Buffer {
  return Buffer.from(nodeText(root));
}

function nodeText(node: MimeNode): string {
  const head = `${node.buildHeaders()}\r\n\r\n`;
  if (!node.multipart) return head + body(node);
  const parts = node.childNodes.map((child) => `--${node.boundary}\r\n${nodeText(child)}`);
  return `${head}${parts.join("\r\n")}\r\n--${node.boundary}--\r\n`;
}

function body(node: MimeNode): string {
  const { content } = node;
  if (typeof content !== "string") throw new TypeError("Only texts can be put in a mail here");
  const encoding = node.getTransferEncoding();
  if (encoding === "base64") return wrapBase64(base64(content));
  return encoding === "quoted-printable" ? wrapQuotedPrintable(quotedPrintable(content)) : content;
}
