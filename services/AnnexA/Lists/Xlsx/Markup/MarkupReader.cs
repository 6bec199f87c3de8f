namespace AreaSend.Services.AnnexA.Lists.Xlsx.Markup;

/// <summary>
/// Reads the XML of the two large parts of a workbook, its sheets and its text table, without making a string of any name, attribute or text:
/// that is what keeps the memory of a long list flat. It knows elements, attributes, text, CDATA, comments and the five entities;
/// a document type is refused, so that no entity can stand for anything else. Names and texts are good until the next <see cref="Read"/>.
/// </summary>
internal sealed class MarkupReader(Stream utf8) : IDisposable
{
    private byte[] _buffer = new byte[1 << 16];
    private int _next;
    private int _end;
    private int _from;
    private int _length;
    private int _nameLength;
    private int _open;
    private bool _hasRoot;

    /// <summary>What the reader stands on.</summary>
    public MarkupKind Kind { get; private set; }

    /// <summary>Whether the element has no content, and therefore no end of its own.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>How many elements the reader stands within; an element's beginning and end are not within it.</summary>
    public int Depth { get; private set; }

    /// <summary>The element's name, without a prefix.</summary>
    public ReadOnlySpan<byte> Name => AfterPrefix(_buffer.AsSpan(_from, _nameLength));

    /// <summary>The element's attributes.</summary>
    public Attributes Attributes => new(_buffer.AsSpan(_from + _nameLength, _length - _nameLength));

    /// <summary>The text, as it is written.</summary>
    public ReadOnlySpan<byte> Text => _buffer.AsSpan(_from, _length);

    /// <summary>Moves to what comes next; false at the end of the document.</summary>
    /// <exception cref="UnreadableListException">The document breaks off, has a document type, or has something longer than any list has.</exception>
    public bool Read()
    {
        while (Fill(1))
        {
            if (_buffer[_next] != (byte)'<')
            {
                TakeText();
                return true;
            }

            if (!Fill(2))
            {
                break;
            }

            switch (_buffer[_next + 1])
            {
                case (byte)'?':
                    Skip("?>"u8);
                    break;
                case (byte)'!' when StartsWith("<!--"u8):
                    Skip("-->"u8);
                    break;
                case (byte)'!' when StartsWith("<![CDATA["u8):
                    TakeLiteral();
                    return true;
                case (byte)'!':
                    throw new UnreadableListException(ReadingLimits.Damaged);
                default:
                    TakeTag();
                    return true;
            }
        }

        return _hasRoot && _open == 0 && _next == _end ? false : throw new UnreadableListException(ReadingLimits.Damaged);
    }

    public void Dispose() => utf8.Dispose();

    /// <summary>What stands after a colon, or everything.</summary>
    internal static ReadOnlySpan<byte> AfterPrefix(ReadOnlySpan<byte> name) => name[(name.IndexOf((byte)':') + 1)..];

    private void TakeText()
    {
        var length = Find("<"u8, 0, isEndAllowed: true);
        (Kind, _from, _length, Depth) = (MarkupKind.Text, _next, length, _open);
        _next += length;
    }

    private void TakeLiteral()
    {
        const int Opening = 9;
        var end = Find("]]>"u8, Opening);
        (Kind, _from, _length, Depth) = (MarkupKind.LiteralText, _next + Opening, end - Opening, _open);
        _next += end + 3;
    }

    private void TakeTag()
    {
        var end = FindTagEnd();
        var isEnd = _buffer[_next + 1] == (byte)'/';
        IsEmpty = !isEnd && _buffer[_next + end - 1] == (byte)'/';
        _from = _next + (isEnd ? 2 : 1);
        _length = _next + end - _from - (IsEmpty ? 1 : 0);
        var gap = _buffer.AsSpan(_from, _length).IndexOfAny(" \t\r\n"u8);
        _nameLength = gap < 0 ? _length : gap;
        Kind = isEnd ? MarkupKind.End : MarkupKind.Start;
        _open -= isEnd ? 1 : 0;
        Depth = _open;
        _open += isEnd || IsEmpty ? 0 : 1;
        _hasRoot = true;
        _next += end + 1;
        if (_open is < 0 or > ReadingLimits.Depth)
        {
            throw new UnreadableListException(ReadingLimits.Damaged);
        }
    }

    /// <summary>Where the tag ends: at the first bracket outside quotation marks.</summary>
    private int FindTagEnd()
    {
        var at = 1;
        while (true)
        {
            at = Find(">\"'"u8, at, isAny: true);
            var mark = _buffer[_next + at];
            if (mark == (byte)'>')
            {
                return at;
            }

            at = Find([mark], at + 1) + 1;
        }
    }

    private void Skip(ReadOnlySpan<byte> ending) => _next += Find(ending, 2) + ending.Length;

    private bool StartsWith(ReadOnlySpan<byte> opening) => Fill(opening.Length) && _buffer.AsSpan(_next, opening.Length).SequenceEqual(opening);

    /// <summary>How far ahead the ending stands, reading on until it is in the buffer.</summary>
    private int Find(ReadOnlySpan<byte> ending, int from, bool isAny = false, bool isEndAllowed = false)
    {
        while (true)
        {
            var ahead = _buffer.AsSpan(_next, _end - _next);
            if (from <= ahead.Length)
            {
                var found = isAny ? ahead[from..].IndexOfAny(ending) : ahead[from..].IndexOf(ending);
                if (found >= 0)
                {
                    return from + found;
                }
            }

            if (!Fill(ahead.Length + 1))
            {
                return isEndAllowed ? ahead.Length : throw new UnreadableListException(ReadingLimits.Damaged);
            }
        }
    }

    /// <summary>Sees to it that so many bytes lie ahead in the buffer; false when the document has fewer.</summary>
    private bool Fill(int count)
    {
        while (_end - _next < count)
        {
            if (_next > 0)
            {
                _buffer.AsSpan(_next, _end - _next).CopyTo(_buffer);
                (_next, _end) = (0, _end - _next);
            }

            if (_end == _buffer.Length)
            {
                Grow();
            }

            var read = utf8.Read(_buffer, _end, _buffer.Length - _end);
            if (read == 0)
            {
                return false;
            }

            _end += read;
        }

        return true;
    }

    private void Grow()
    {
        if (_buffer.Length >= ReadingLimits.BytesWithoutTag * 2)
        {
            throw new UnreadableListException(ReadingLimits.TooLarge);
        }

        Array.Resize(ref _buffer, _buffer.Length * 2);
    }
}
