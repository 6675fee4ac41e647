"""Chinese: why a file was not written."""

WORDS: dict[str, str] = {
    "save/is-input": "{path} 就是读入的文件 {input}，没有写。请用 -o 换一个文件名。",
    "save/no-path": "不能用作文件名：{path}",
    "save/folder": "{path} 是一个文件夹，请换一个文件名。",
    "save/no-file": "{path} 是管道或设备，不是文件，请换一个文件名。",
    "save/locked": "写不进 {path}：文件可能正在{holder}里打开，请先关闭它（也可能没有写权限）；原来的文件没有动。",
    "save/full": "磁盘已满，没有写成 {path}；原来的文件没有动，请腾出空间再试。",
    "save/refused": "写不进 {path}：{reason}；请换一个位置或文件名。",
    "save/no-name": "没有给出文件名（“{path}”），没有写。",
    "save/device-name": "{path} 在 Windows 上是设备名，打不开，请换一个文件名。",
    "save/powerpoint": " PowerPoint 或 WPS ",
    "save/excel": " Excel 或 WPS ",
    "save/another-program": "别的程序",
    "save/windows-sign": '{path} 里有 Windows 文件名不能用的符号（: * ? " < > |），请换一个文件名。',
    "save/windows-end": "{path} 里有一段以空格或点结尾，Windows 会去掉它们，请换一个名字。",
    "save/windows-long": "{path} 太长：PowerPoint 打不开超过 259 个字符的路径，请放到浅一些的文件夹，或用短一些的文件名。",
}
