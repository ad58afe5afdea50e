namespace PartyCms.Organization.Demo;

/// <summary>
/// Names for invented people: a rare character stands in each, so that nobody mistakes them for a person of the town,
/// and none is taken from a real text.
/// </summary>
internal static class DemoNames
{
    private const string Surnames = "示例演样试虚拟仿";

    private const string GivenFirst = "春夏秋冬晨暮晴雨云溪林禾麦竹松柏梅兰荷桂";

    private const string GivenSecond = "一二三四五六七八九十甲乙丙丁东南西北";

    /// <summary>The next name, such as 示春一.</summary>
    public static string Next(Random random) => string.Concat(
        Surnames[random.Next(Surnames.Length)].ToString(),
        GivenFirst[random.Next(GivenFirst.Length)].ToString(),
        GivenSecond[random.Next(GivenSecond.Length)].ToString());
}
