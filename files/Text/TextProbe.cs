using System.Buffers;

namespace AreaSend.FileChecks.Text;

/// <summary>Sees the bytes of a file go by and tells whether they are text.</summary>
internal sealed class TextProbe
{
    /// <summary>Control characters that no text has; tab, line feed, form feed, carriage return and the old end-of-file mark are not among them.</summary>
    private static readonly SearchValues<byte> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 0x20).Where(code => code is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A)).Select(code => (byte)code), 0x7F]);

    /// <summary>The same as characters, and those that Unicode keeps for no use.</summary>
    public static SearchValues<char> NotInText { get; } = SearchValues.Create(
        [
            .. Enumerable.Range(0, 0x20).Where(code => code is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1A)).Select(code => (char)code),
            '\u007F',
            '\uFFFE',
            '\uFFFF',
        ]);

    private bool _hasBegun;
    private bool _isUtf16;
    private bool _hasControls;

    public bool IsPlain => _isUtf16 || !_hasControls;

    public void Take(ReadOnlySpan<byte> bytes)
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _isUtf16 = bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..];
        }

        _hasControls = _hasControls || bytes.ContainsAny(Controls);
    }
}
