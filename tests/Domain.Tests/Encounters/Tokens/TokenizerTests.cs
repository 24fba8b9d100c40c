using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Guildhall.Domain.Encounters.Tokens;
using Xunit;

namespace Domain.Tests.Encounters.Tokens;

public class TokenizerTests
{
    public static TheoryData<string, string[]> Lines => new()
    {
        { "A", ["A"] },
        { "A,", ["A", ""] },
        { "A,,B", ["A", "", "B"] },
        { "A,\"Chargath, Bane of Scales\",B", ["A", "\"Chargath, Bane of Scales\"", "B"] },
        { """A,"Eric \"The Swift\"",B""", ["A", "\"Eric \\\"The Swift\\\"\"", "B"] },
        { """A,"ends in \\",B""", ["A", "\"ends in \\\\\"", "B"] },
        { "A,\"Ondine-Mar(Fên)-EU\",B", ["A", "\"Ondine-Mar(Fên)-EU\"", "B"] },
        { "A,\":-) [x\",B", ["A", "\":-) [x\"", "B"] },
        { "A,[(1,2,(),(3,4),()),(0,0,(),(),())],B", ["A", "[(1,2,(),(3,4),()),(0,0,(),(),())]", "B"] },
        { "A,[],(),B", ["A", "[]", "()", "B"] },
        { "A,[\"x,(\",1],B", ["A", "[\"x,(\",1]", "B"] },
        { "A,3|4,115|4,nil,0x80000000,2.0000", ["A", "3|4", "115|4", "nil", "0x80000000", "2.0000"] },
        { new string('x', 63) + ",\"" + new string('y', 70) + ",z\",B", [new string('x', 63), "\"" + new string('y', 70) + ",z\"", "B"] },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Fields_are_split_at_top_level_commas(string line, string[] expected)
    {
        Assert.Equal(TokenizeResult.Complete, Split(line, out var fields));
        Assert.Equal(expected, fields);
    }

    [Theory]
    [InlineData("A,\"open")]
    [InlineData("A,\"open\\\"")]
    [InlineData("A,(open")]
    [InlineData("A,[open,(x)")]
    [InlineData("A,closed)")]
    [InlineData("A,(crossed]")]
    [InlineData("A,\\")]
    public void Quotes_and_brackets_need_partners(string line)
    {
        var expected = line == "A,\\" ? TokenizeResult.Complete : TokenizeResult.Unbalanced;
        Assert.Equal(expected, Split(line, out _));
    }

    [Fact]
    public void Depth_and_number_of_fields_are_bounded()
    {
        Assert.Equal(TokenizeResult.Unbalanced, Split("A," + new string('(', 65) + new string(')', 65), out _));
        Assert.Equal(TokenizeResult.Complete, Split("A," + new string('(', 64) + new string(')', 64), out _));
        Assert.Equal(TokenizeResult.Complete, Split(string.Join(',', Enumerable.Repeat("A", 64)), out var most));
        Assert.Equal(64, most.Length);
        Assert.Equal(TokenizeResult.TooManyFields, Split(string.Join(',', Enumerable.Repeat("A", 65)), out _));
        Assert.Equal(TokenizeResult.TooManyFields, Split("[]" + string.Join(',', Enumerable.Repeat("A", 65)), out _));
    }

    [Fact]
    public void The_fast_and_the_careful_way_agree_with_a_plain_reading_of_the_rules()
    {
        var text = Gen.ArrayOf(Gen.Elements([.. ",,,\"\"\\()[]ab|é"])).Select(characters => new string(characters));
        Prop.ForAll(text.ToArbitrary(), line =>
        {
            // Padding moves the text over the borders of the vectors.
            var padded = new string('x', line.Length * 7 % 70) + line;
            var expected = ByTheRules(padded);
            var result = Split(padded, out var fields);
            if (expected is null) return result == TokenizeResult.Unbalanced || expected?.Count > 64;
            return expected.Count > Tokenizer.MaximumFields ? result == TokenizeResult.TooManyFields : result == TokenizeResult.Complete && expected.SequenceEqual(fields);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(120));
    }

    private static List<string>? ByTheRules(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var open = new Stack<char>();
        var quoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            var character = line[i];
            if (character == ',' && !quoted && open.Count == 0)
            {
                fields.Add(field.ToString());
                field.Clear();
                continue;
            }

            field.Append(character);
            if (quoted && character == '\\' && ++i < line.Length) field.Append(line[i]);
            else if (quoted && character == '\\') return null;
            else if (character == '"') quoted = !quoted;
            else if (!quoted && character is '(' or '[' && !quoted) open.Push(character);
            else if (!quoted && character is ')' or ']' && !quoted && (open.Count == 0 || open.Pop() != (character == ')' ? '(' : '['))) return null;
        }

        fields.Add(field.ToString());
        return quoted || open.Count > 0 ? null : fields;
    }

    private static TokenizeResult Split(string line, out string[] fields)
    {
        var result = new Tokenizer().Split(Encoding.UTF8.GetBytes(line), out var list);
        fields = new string[list.Count];
        for (var i = 0; i < fields.Length; i++) fields[i] = Encoding.UTF8.GetString(list[i]);
        return result;
    }
}
