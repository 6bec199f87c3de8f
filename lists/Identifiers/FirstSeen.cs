namespace AreaSend.Lists.Identifiers;

/// <summary>
/// Where each identifier was first seen, by a 64-bit digest of it: twelve bytes a place and no identifier kept.
/// Two different identifiers of 200,000 share a digest once in a thousand million lists.
/// </summary>
internal sealed class FirstSeen
{
    /// <summary>Many small tables instead of one: each grows by itself, and what it leaves behind is small enough to be taken back at once.</summary>
    private const int Tables = 256;

    private readonly Table?[] _tables = new Table?[Tables];

    /// <summary>The row where the identifier was seen, or 0 when it was not.</summary>
    public int Find(ReadOnlySpan<char> identifier)
    {
        var digest = Digest(identifier);
        return _tables[digest >> 56]?.Find(digest) ?? 0;
    }

    /// <summary>The row where the identifier was seen before, or 0 when this is the first time.</summary>
    public int Before(ReadOnlySpan<char> identifier, int row)
    {
        var digest = Digest(identifier);
        var table = _tables[digest >> 56] ??= new Table();
        return table.Before(digest, row);
    }

    /// <summary>The low half is .NET's own hash, which no file can be made to collide in; the high half is FNV-1a; case does not matter.</summary>
    private static ulong Digest(ReadOnlySpan<char> identifier)
    {
        var high = 2166136261u;
        foreach (var character in identifier)
        {
            high = (high ^ char.ToUpperInvariant(character)) * 16777619u;
        }

        var low = (uint)string.GetHashCode(identifier, StringComparison.OrdinalIgnoreCase);
        return Math.Max(1, ((ulong)high << 32) | low);
    }

    private sealed class Table
    {
        private ulong[] _digests = new ulong[16];
        private int[] _rows = new int[16];
        private int _count;

        public int Find(ulong digest)
        {
            var place = Place(_digests, digest);
            return _digests[place] == digest ? _rows[place] : 0;
        }

        public int Before(ulong digest, int row)
        {
            if (_count * 8 >= _digests.Length * 7)
            {
                Grow();
            }

            var place = Place(_digests, digest);
            if (_digests[place] == digest)
            {
                return _rows[place];
            }

            (_digests[place], _rows[place]) = (digest, row);
            _count++;
            return 0;
        }

        private void Grow()
        {
            var digests = new ulong[_digests.Length * 2];
            var rows = new int[digests.Length];
            for (var i = 0; i < _digests.Length; i++)
            {
                if (_digests[i] != 0)
                {
                    var place = Place(digests, _digests[i]);
                    (digests[place], rows[place]) = (_digests[i], _rows[i]);
                }
            }

            (_digests, _rows) = (digests, rows);
        }

        private static int Place(ulong[] digests, ulong digest)
        {
            var mask = digests.Length - 1;
            var place = (int)(digest & (ulong)mask);
            while (digests[place] != 0 && digests[place] != digest)
            {
                place = (place + 1) & mask;
            }

            return place;
        }
    }
}
