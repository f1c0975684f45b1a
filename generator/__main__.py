"""`python -m generator`."""

try:
    from generator.cli import main
except ModuleNotFoundError as missing:
    if (missing.name or "").startswith("generator"):
        raise
    raise SystemExit(
        f"缺少组件 {missing.name}。请先在这个文件夹里运行 make site（Windows 上是 build.bat），它会装好。"
    ) from None

main()
