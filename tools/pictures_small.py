"""Pictures of pages with few colours, so that they are small: text and flat grounds need no more."""

from __future__ import annotations

import base64
import struct
import zlib

import numpy as np
from playwright.sync_api import Page

COLOURS = 64
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PIXELS_OF = """async (picture) => {
    const bytes = Uint8Array.from(atob(picture), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
    const context = canvas.getContext("2d");
    context.drawImage(bitmap, 0, 0);
    const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
    let text = "";
    for (let at = 0; at < pixels.length; at += 32768) {
        text += String.fromCharCode(...pixels.subarray(at, at + 32768));
    }
    return [bitmap.width, bitmap.height, btoa(text)];
}"""


def made_small(page: Page, picture: bytes) -> bytes:
    """Return a PNG of the same picture in few colours; the browser that took it also reads it."""
    width, height, told = page.evaluate(PIXELS_OF, base64.b64encode(picture).decode())
    pixels = np.frombuffer(base64.b64decode(told), np.uint8).reshape(height * width, 4)[:, :3]
    colours, places = _few_colours(pixels)
    rows = np.zeros((height, width + 1), np.uint8)  # each row begins with its filter: none
    rows[:, 1:] = places.reshape(height, width)
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = [(b"IHDR", header), (b"PLTE", colours.tobytes()), (b"IDAT", zlib.compress(rows.tobytes(), 9))]
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in [*parts, (b"IEND", b"")])


def _few_colours(pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the colours used most, and for each pixel the nearest of them."""
    packed = pixels.astype(np.uint32) @ np.array([65536, 256, 1], np.uint32)
    every, place, counted = np.unique(packed, return_inverse=True, return_counts=True)
    spread = np.stack([every >> 16 & 255, every >> 8 & 255, every & 255], axis=1).astype(np.int32)
    chosen = spread[np.argsort(-counted)[:COLOURS]]
    nearest = np.array([((chosen - colour) ** 2).sum(axis=1).argmin() for colour in spread], np.uint8)
    return chosen.astype(np.uint8), nearest[place]


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
