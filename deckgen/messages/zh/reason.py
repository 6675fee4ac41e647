"""Chinese: why the operating system refused."""

WORDS: dict[str, str] = {
    "reason/no-folder": "没有这个文件夹",
    "reason/file-in-path": "路径中间有一段是文件，不是文件夹",
    "reason/no-permission": "没有权限",
    "reason/read-only": "磁盘是只读的",
    "reason/too-large": "超过了允许的文件大小",
    "reason/quota": "超过了磁盘配额",
    "reason/disk-full": "磁盘已满",
    "reason/name-too-long": "文件名太长",
    "reason/disk-failed": "磁盘读写出错",
    "reason/in-use": "正在别的程序里打开，请先关闭它",
    "reason/no-name": "名字里有 Windows 不能用的符号",
}
