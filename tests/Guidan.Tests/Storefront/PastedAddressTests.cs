using Guidan.Kernel;
using Guidan.Web.Storefront;

namespace Guidan.Tests.Storefront;

public sealed class PastedAddressTests
{
    [Theory]
    [InlineData("陈思源 15400001013 浙江省杭州市西湖区文三路12号3幢501室", "陈思源", "15400001013", "浙江省", "杭州市", "西湖区", "文三路12号3幢501室")]
    [InlineData("浙江省杭州市西湖区文三路12号 陈思源 15400001013", "陈思源", "15400001013", "浙江省", "杭州市", "西湖区", "文三路12号")]
    [InlineData("收货人：李四\n手机号码：154 0000 1150\n所在地区：广东省 深圳市 南山区\n详细地址：科苑路15号", "李四", "15400001150", "广东省", "深圳市", "南山区", "科苑路15号")]
    [InlineData("王五，154-0000-1287，上海市上海市徐汇区衡山路8号", "王五", "15400001287", "上海市", "上海市", "徐汇区", "衡山路8号")]
    [InlineData("北京朝阳区建国路1号 赵亦舒 +8615400001424", "赵亦舒", "15400001424", "北京市", "北京市", "朝阳区", "建国路1号")]
    [InlineData("杭州西湖区文三路12号", "", "", "浙江省", "杭州市", "西湖区", "文三路12号")]
    [InlineData("吉林市丰满区吉林大街1号", "", "", "吉林省", "吉林市", "丰满区", "吉林大街1号")]
    [InlineData("内蒙古自治区呼和浩特市新城区中山东路3号", "", "", "内蒙古自治区", "呼和浩特市", "新城区", "中山东路3号")]
    [InlineData("广西南宁市青秀区民族大道9号", "", "", "广西壮族自治区", "南宁市", "青秀区", "民族大道9号")]
    [InlineData("湖北省荆州市沙市区北京中路1号", "", "", "湖北省", "荆州市", "沙市区", "北京中路1号")]
    [InlineData("江苏省无锡市宜兴市东虹路49号", "", "", "江苏省", "无锡市", "宜兴市", "东虹路49号")]
    [InlineData("广东省东莞市莞城东门路5号", "", "", "广东省", "东莞市", "", "莞城东门路5号")]
    [InlineData("云南省大理白族自治州大理市人民路60号", "", "", "云南省", "大理白族自治州", "大理市", "人民路60号")]
    [InlineData("重庆市市辖区渝中区中山四路2号", "", "", "重庆市", "重庆市", "渝中区", "中山四路2号")]
    [InlineData("中国浙江省宁波市鄞州区中兴路7号", "", "", "浙江省", "宁波市", "鄞州区", "中兴路7号")]
    [InlineData("河南省济源市沁园路8号", "", "", "河南省", "济源市", "", "沁园路8号")]
    [InlineData("福建省泉州市德化县浐中街3号", "", "", "福建省", "泉州市", "德化县", "浐中街3号")]
    [InlineData("欧阳静 15400009999 四川省成都市武侯区人民南路四段11号", "欧阳静", "15400009999", "四川省", "成都市", "武侯区", "人民南路四段11号")]
    [InlineData("Olivia Bennett 15400001013 上海市静安区愚园路20号", "Olivia Bennett", "15400001013", "上海市", "上海市", "静安区", "愚园路20号")]
    public void Parse_takes_a_pasted_address_apart(
        string pasted, string name, string phone, string province, string city, string district, string line)
    {
        PastedAddress.Parse(pasted).ShouldBe(new PastedAddress(name, phone, province, city, district, line, ""));
    }

    [Fact]
    public void Parse_finds_a_postcode_that_stands_alone()
    {
        var found = PastedAddress.Parse("陈思源 15400001013 浙江省杭州市西湖区文三路12号 310012");
        (found.Postcode, found.Line).ShouldBe(("310012", "文三路12号"));
    }

    [Fact]
    public void Parse_keeps_a_phone_with_a_digit_missing_so_that_the_form_can_say_so()
    {
        var found = PastedAddress.Parse("陈思源 1540000101 浙江杭州西湖区文三路12号");
        found.ShouldBe(new PastedAddress("陈思源", "1540000101", "浙江省", "杭州市", "西湖区", "文三路12号", ""));
        Phones.MobileTrouble(found.Phone)!.Value.Zh.ShouldBe("手机号少一位，应为11位");
    }

    [Theory]
    [InlineData("")]
    [InlineData("   \n\t ")]
    [InlineData("随便写点什么")]
    [InlineData("！！！￥￥￥")]
    [InlineData("路")]
    [InlineData("1")]
    public void Parse_guesses_no_place_from_words_that_name_none(string pasted)
    {
        var found = PastedAddress.Parse(pasted);
        (found.Phone, found.Province, found.City, found.District).ShouldBe(("", "", "", ""));
    }

    [Fact]
    public void Parse_reads_full_width_digits_and_punctuation()
    {
        PastedAddress.Parse("陈思源，１５４００００１０１３，浙江省杭州市西湖区文三路１２号")
            .ShouldBe(new PastedAddress("陈思源", "15400001013", "浙江省", "杭州市", "西湖区", "文三路12号", ""));
    }
}
