namespace Guidan.Kernel;

/// <summary>Passwords that are tried first by anybody who guesses; eight characters and more, the rest is too short anyway.</summary>
internal static class CommonPasswords
{
    private static readonly HashSet<string> Listed = [.. """
        12345678 123456789 1234567890 12345678910 0123456789 87654321 987654321 0987654321 9876543210 11111111 22222222
        33333333 44444444 55555555 66666666 77777777 88888888 99999999 00000000 111111111 888888888 666666666 1111111111
        0000000000 12341234 11223344 1122334455 12121212 123123123 123321123 1234554321 12344321 123454321 112233445566
        147258369 1472583690 159357456 123654789 789456123 741852963 963852741 147147147 131313131 520520520 52013140
        5201314520 13145200 1314520520 20082008 19491001 20000101 19900101 password password1 password12 password123
        passw0rd p@ssw0rd p@ssword p@ssw0rd1 password! password1! pass1234 passwort qwertyui qwertyuiop qwerty12 qwerty123
        qwerty1234 qwertyuiop123 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc qazwsx123 zaq12wsx zxcvbnm123 zxcvbnm1
        asdfghjk asdfghjkl asdf1234 asdfasdf abcd1234 abcdefgh abcdefg1 abc12345 abc123456 abc123456789 a1234567 a12345678
        a123456789 aa123456 aa12345678 aaaaaaaa aaaa1111 qq123456 qq123456789 w123456789 z123456789 x123456789 wang1234
        woaini1314 woaini520 woaini521 woaini123 woaini5201314 iloveyou iloveyou1 ilovey0u sunshine princess football
        baseball superman batman123 trustno1 welcome1 welcome123 letmein1 letmein123 monkey123 dragon123 shadow123 master123
        michael1 jennifer computer internet whatever starwars pokemon1 charlie1 liverpool chelsea1 arsenal1 admin123
        admin1234 admin12345 admin123456 adminadmin administrator admin888 admin8888 root1234 root123456 test1234 test12345
        testtest user1234 guest123 manager1 changeme changeme123 default1 secret123 login123 system123 server123 oracle123
        mysql123 mima1234 mima123456 123456aa 123456ab 123456abc 1234567a 12345678a 123456789a 123456qq 1234qwer 123qweasd
        123qwe123 qweasdzxc qwe123456 qwer1234 q1w2e3r4 q1w2e3r4t5 zhang123 taobao123 taobao1234 alipay123 dianpu123
        guidan123 guidan1234 guidanguidan 18888888888 13800138000 xiaoming zxcvbnm, !@#$%^&* 1qaz@wsx !qaz2wsx
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    /// <param name="plain">In lower case.</param>
    public static bool Contains(string plain) => Listed.Contains(plain) || plain.Distinct().Count() <= 2;
}
