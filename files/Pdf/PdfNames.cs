namespace AreaSend.FileChecks.Pdf;

/// <summary>
/// Sees the bytes of a PDF go by and finds its names (<c>/Name</c>, also as <c>/N#61me</c>) and where its streams begin. It does not follow the document's
/// structure,
/// so that no broken structure can hide anything from it.
/// </summary>
internal sealed class PdfNames(Action<string, bool> onName, bool notesStreams)
{
    private const int LongestName = 32;
    private const int MostStreams = 500_000;
    private const int MostPlaces = 2_000_000;
    private const int Obj = ('o' << 16) | ('b' << 8) | 'j';
    private const string ObjectStreamName = "ObjStm";

    /// <summary>The last letter of "obj", which a name may follow at once.</summary>
    private const byte EndOfObj = (byte)'j';

    /// <summary>The last letter of "end" in "endstream".</summary>
    private const byte EndOfEnd = (byte)'d';

    private readonly char[] _name = new char[LongestName];
    private readonly List<PdfStreamStart> _streams = [];
    private readonly List<long> _objects = [];
    private readonly List<(long Position, string Name)> _valued = [];
    private int _lastThree;
    private int _nameLength = -1;
    private int _escape;
    private int _escapeDigits;
    private byte _previous = (byte)' ';
    private bool _mayBeProse;
    private string _lastName = "";
    private int _keyword;
    private long _position;
    private bool _saidObjectStream;
    private bool _awaitsLineEnd;

    private static ReadOnlySpan<byte> StreamWord => "stream"u8;

    /// <summary>Where the word "obj" ended.</summary>
    public IReadOnlyList<long> Objects => _objects;

    /// <summary>Where a name ended of which the value matters, and which.</summary>
    public IReadOnlyList<(long Position, string Name)> Valued => _valued;

    /// <summary>Where streams begin, in order.</summary>
    public IReadOnlyList<PdfStreamStart> Streams => _streams;

    public void Take(ReadOnlySpan<byte> bytes)
    {
        foreach (var code in bytes)
        {
            Take(code);
            _previous = code;
            _position++;
            WatchForObject(code);
        }
    }

    private void Take(byte code)
    {
        if (notesStreams)
        {
            WatchForStream(code);
        }

        var wasInName = _nameLength >= 0;
        if (wasInName && !IsDelimiter(code))
        {
            Append(code);
            return;
        }

        if (wasInName)
        {
            EndName();
        }

        if (code == '/')
        {
            _mayBeProse = wasInName ? _lastName is not ("S" or "Subtype") : !IsDelimiter(_previous) && _previous != EndOfObj;
            _nameLength = 0;
            _escapeDigits = 0;
        }
    }

    private void Append(byte code)
    {
        if (_escapeDigits > 0)
        {
            _escape = (_escape * 16) + Digit(code);
            if (--_escapeDigits > 0)
            {
                return;
            }

            code = (byte)_escape;
        }
        else if (code == '#')
        {
            (_escape, _escapeDigits) = (0, 2);
            return;
        }

        if (_nameLength < LongestName)
        {
            _name[_nameLength++] = (char)code;
        }
    }

    private void EndName()
    {
        _lastName = new string(_name, 0, _nameLength);
        _nameLength = -1;
        _saidObjectStream |= _lastName == ObjectStreamName;
        if (PdfValues.HasOne(_lastName))
        {
            Add(_valued, (_position, _lastName));
        }

        onName(_lastName, _mayBeProse);
    }

    /// <summary>The last three letters and the one before them: "endobj" is another word.</summary>
    private void WatchForObject(byte code)
    {
        var before = (byte)(_lastThree >> 16);
        _lastThree = (_lastThree << 8) | code;
        if (notesStreams && (_lastThree & 0xFFFFFF) == Obj && before != EndOfEnd)
        {
            Add(_objects, _position);
        }
    }

    private static void Add<T>(List<T> places, T place)
    {
        if (places.Count == MostPlaces)
        {
            throw new RefusedException(Refusals.PdfUnchecked);
        }

        places.Add(place);
    }

    /// <summary>The word "stream" at the end of a dictionary, then the end of a line, then the stream's bytes.</summary>
    private void WatchForStream(byte code)
    {
        if (_awaitsLineEnd)
        {
            if (code is (byte)'\r' or (byte)' ')
            {
                return;
            }

            _awaitsLineEnd = false;
            AddStream(code == '\n' ? _position + 1 : _position);
        }

        var isInWord = _keyword > 0 || _previous != EndOfEnd;
        _keyword = isInWord && code == StreamWord[_keyword] ? _keyword + 1 : 0;
        if (_keyword == StreamWord.Length)
        {
            _keyword = 0;
            _awaitsLineEnd = true;
        }
    }

    private void AddStream(long start)
    {
        if (_streams.Count == MostStreams)
        {
            throw new RefusedException(Refusals.PdfUnchecked);
        }

        _streams.Add(new PdfStreamStart(start, _saidObjectStream));
        _saidObjectStream = false;
    }

    private static bool IsDelimiter(byte code) => code is
        0 or (byte)'\t' or (byte)'\n' or (byte)'\f' or (byte)'\r' or (byte)' '
        or (byte)'(' or (byte)')' or (byte)'<' or (byte)'>' or (byte)'[' or (byte)']' or (byte)'{' or (byte)'}' or (byte)'/' or (byte)'%';

    private static int Digit(byte code) => char.IsAsciiHexDigit((char)code) ? Convert.ToInt32(((char)code).ToString(), 16) : 0;
}
