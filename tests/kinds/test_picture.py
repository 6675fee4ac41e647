"""Pictures: what of them goes into the file, what stands in for one that is missing, and what is wrong with a file."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
import yaml
from PIL import Image

from deckgen.diagnostics import OutlineError
from deckgen.files import Folder
from deckgen.geometry import Box, px
from deckgen.pictures import PictureError, crop, fitted, seen
from deckgen.pipeline import Built, Request, compile_deck
from deckgen.scene import PictureBox, ShapeBox
from tests.some import some
from tests.support import box_text, compile_slides, text_boxes, walk, write

RED, BLUE = (200, 20, 20), (20, 20, 200)
SQUARE = Box(0, 0, px(100), px(100))


def halves(width: int = 400, height: int = 200) -> Image.Image:
    """Red at the left, blue at the right."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (width // 2, 0, width, height))
    return image


def saved(image: Image.Image, format: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, format, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def near(pixel: object, color: tuple[int, int, int]) -> bool:
    return all(abs(one - other) < 40 for one, other in zip(pixel, color, strict=False))  # type: ignore[call-overload]


def built(folder: Path, data: bytes | None, name: str = "a.jpg", **fields: object) -> Built:
    if data is not None:
        (folder / name).write_bytes(data)
    slide = {"kind": "picture", "title": "清洁城市", "image": name, "alt": "整治后的河道", **fields}
    return compile_slides([slide], folder, "zhengwu-red")


def refused(folder: Path, data: bytes | None, name: str = "a.jpg", **fields: object) -> set[str]:
    with pytest.raises(OutlineError) as raised:
        built(folder, data, name, **fields)
    assert all(finding.span.line > 1 for finding in some(raised.value.findings))
    return {finding.rule for finding in raised.value.findings if finding.severity == "error"}


# ---- from file to part


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "TIFF", "BMP", "GIF"])
def test_every_common_format_is_read(format: str) -> None:
    picture = fitted(saved(halves(), format), Box(0, 0, px(200), px(100)), (0.5, 0.5))
    image = opened(picture.data).convert("RGB")
    assert image.size == (400, 200)
    assert near(image.getpixel((20, 100)), RED) and near(image.getpixel((380, 100)), BLUE)


def test_a_picture_is_turned_as_its_camera_says_and_keeps_no_word_of_it() -> None:
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = 6, "Camera"
    picture = fitted(saved(halves(), "JPEG", exif=exif), Box(0, 0, px(100), px(200)), (0.5, 0.5))
    image = opened(picture.data)
    assert near(image.convert("RGB").getpixel((100, 20)), RED) and near(image.convert("RGB").getpixel((100, 380)), BLUE)
    assert not dict(image.getexif()) and b"Camera" not in picture.data


def test_cmyk_becomes_rgb_and_sixteen_bits_eight() -> None:
    assert opened(fitted(saved(halves().convert("CMYK"), "JPEG"), SQUARE, (0, 0.5)).data).mode == "RGB"
    grey = Image.new("I;16", (50, 50), 40_000)
    assert near(opened(fitted(saved(grey, "PNG"), SQUARE, (0.5, 0.5)).data).convert("RGB").getpixel((5, 5)), (156, 156, 156))


def test_the_first_picture_of_an_animation_is_taken() -> None:
    data = saved(Image.new("RGB", (40, 40), RED), "GIF", save_all=True, append_images=[Image.new("RGB", (40, 40), BLUE)])
    assert near(opened(fitted(data, SQUARE, (0.5, 0.5)).data).convert("RGB").getpixel((20, 20)), RED)


@pytest.mark.parametrize(("focus", "color"), [((0.0, 0.5), RED), ((1.0, 0.5), BLUE)])
def test_a_crop_keeps_what_is_in_focus(focus: tuple[float, float], color: tuple[int, int, int]) -> None:
    image = opened(fitted(saved(halves(), "PNG"), SQUARE, focus).data).convert("RGB")
    assert image.size == (200, 200)
    assert near(image.getpixel((100, 100)), color)


def test_a_crop_has_the_shape_of_its_box_and_stays_inside() -> None:
    for size in ((400, 200), (200, 400), (37, 1000)):
        for focus in ((0.0, 0.0), (0.3, 0.9), (1.0, 1.0)):
            left, top, right, bottom = crop(size, Box(0, 0, 3, 2), focus)
            assert 0 <= left < right <= size[0] and 0 <= top < bottom <= size[1]
            assert abs((right - left) * 2 - (bottom - top) * 3) <= 3


def test_no_more_pixels_than_a_wall_shows_and_equal_bytes() -> None:
    data = saved(halves(3000, 3000), "JPEG")
    one = fitted(data, SQUARE, (0.5, 0.5))
    assert opened(one.data).size == (200, 200)
    fitted.cache_clear()
    seen.cache_clear()
    assert fitted(data, SQUARE, (0.5, 0.5)) == one


def test_one_part_for_a_picture_however_often_it_is_shown(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(saved(halves(), "PNG"))
    image = {"image": "a.png", "alt": "治理后的河道"}
    slides: list[dict[str, object]] = [{"kind": "pictures", "title": f"第{n}页", "images": [image, image]} for n in range(2)]
    found = compile_slides(slides, tmp_path, "zhengwu-red")
    path = write(found.scene, tmp_path / "deck.pptx")
    assert len([name for name in zipfile.ZipFile(path).namelist() if "media" in name]) == 1
    assert write(found.scene, tmp_path / "again.pptx").read_bytes() == path.read_bytes()
    assert [len([item for item in walk(slide.items) if isinstance(item, PictureBox)]) for slide in found.scene.slides] == [0, 2, 2]


# ---- on the slide


@pytest.mark.parametrize(("fit", "shape"), [("cover", 640 / 720), ("contain", 2.0)])
def test_a_picture_covers_its_half_or_is_whole_in_it(fit: str, shape: float, tmp_path: Path) -> None:
    slide = built(tmp_path, saved(halves(), "PNG"), fit=fit).scene.slides[1]
    (picture,) = [item for item in slide.items if isinstance(item, PictureBox)]
    assert picture.alt == "整治后的河道"
    assert picture.box.width / picture.box.height == pytest.approx(shape, rel=0.01)
    width, height = opened(picture.picture.data).size
    assert width / height == pytest.approx(shape, rel=0.02)


def test_a_missing_picture_is_a_frame_and_a_warning_and_final_refuses_it(tmp_path: Path) -> None:
    found = built(tmp_path, None, points=["**18.6公里** 沿河步道"])
    assert [finding.rule for finding in found.findings] == ["load/picture-missing"]
    slide = found.scene.slides[1]
    assert "待配图" in [box_text(box) for box in text_boxes(slide)]
    assert [item.alt for item in slide.items if isinstance(item, ShapeBox) and item.alt] == ["待配图：整治后的河道"]
    with pytest.raises(OutlineError) as raised:
        compile_deck(Request(str(tmp_path / "outline.yaml"), final=True))
    assert {finding.rule for finding in raised.value.findings} == {"load/picture-missing"}


@pytest.mark.parametrize("count", [1, 2, 3, 4])
def test_mosaics_fill_the_content_without_overlap(count: int, tmp_path: Path) -> None:
    images = [{"image": "x.jpg", "alt": f"第{n}张图片"} for n in range(count)]
    slide = compile_slides([{"kind": "pictures", "title": "治理前后", "images": images}], tmp_path, "zhengwu-red").scene.slides[1]
    frames = [item.box for item in walk(slide.items) if isinstance(item, ShapeBox) and item.alt]
    assert len(frames) == count
    assert min(box.x for box in frames) <= px(66) and max(box.right for box in frames) >= px(1214)


def test_the_name_of_a_file_says_nothing_about_the_language(tmp_path: Path) -> None:
    slide: dict[str, object] = {"kind": "picture", "title": "A park", "image": "图片/a.jpg", "alt": "The river"}
    (tmp_path / "outline.yaml").write_text(
        yaml.safe_dump({"title": "Report", "parts": [{"title": "One", "slides": [slide]}]}, allow_unicode=True), "utf-8"
    )
    assert compile_deck(Request(str(tmp_path / "outline.yaml"))).scene.properties.language.startswith("en")


# ---- what is wrong with a file


def test_what_is_wrong_is_said(tmp_path: Path) -> None:
    good = saved(halves(), "JPEG")
    assert refused(tmp_path, b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "a.svg") == {"load/picture-svg"}
    assert refused(tmp_path, b"no picture at all") == {"load/picture-format"}
    assert refused(tmp_path, good[: len(good) // 2]) == {"load/picture-damaged"}
    assert refused(tmp_path, saved(Image.new("1", (10_000, 10_000)), "PNG")) == {"load/picture-pixels"}
    assert refused(tmp_path, good, focus=[0.5, 1.2]) == {"load/focus"}
    assert refused(tmp_path, good, focus="mid") == {"load/focus"}
    assert refused(tmp_path, good, alt="") == {"load/no-alt"}
    assert built(tmp_path, good, alt="", decorative=True).scene.slides[1]
    with pytest.raises(PictureError):
        seen(b"")


def test_a_picture_stays_in_the_folder_of_its_outline_unless_that_is_allowed(tmp_path: Path) -> None:
    inner = tmp_path / "report"
    inner.mkdir()
    (tmp_path / "a.jpg").write_bytes(saved(halves(), "JPEG"))
    assert refused(inner, None, "../a.jpg") == {"load/outside"}
    (inner / "link.jpg").symlink_to(tmp_path / "a.jpg")
    assert refused(inner, None, "link.jpg") == {"load/outside"}
    assert compile_deck(Request(str(inner / "outline.yaml"), files=Folder(outside=True))).scene.slides


@pytest.mark.parametrize("command", ["build", "check", "render"])
def test_a_picture_outside_the_folder_wants_to_be_allowed_by_every_command(command: str, tmp_path: Path) -> None:
    from deckgen.cli.main import run

    (tmp_path / "a.jpg").write_bytes(saved(halves(), "JPEG"))
    (tmp_path / "in").mkdir()
    slide = {"kind": "picture", "title": "甲", "image": "../a.jpg", "alt": "河道", "notes": "说明"}
    head = {"title": "报告", "notes": "说明", "checks": {"lonely-slide": "off"}, "parts": [{"title": "一", "slides": [slide]}]}
    path = tmp_path / "in" / "outline.yaml"
    path.write_text(yaml.safe_dump(head, allow_unicode=True), encoding="utf-8")
    target = {"build": ["-o", str(tmp_path / "a.pptx")], "check": [], "render": ["--engine", "svg", "-o", str(tmp_path / "png")]}[command]
    assert [run([command, str(path), *target, *flags]) for flags in ([], ["--allow-outside"])] == [1, 0]
